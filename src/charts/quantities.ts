import type { LocalizedText } from '../i18n/language.ts'
import type { Trajectory } from '../simulation/trajectory.ts'

export type ChartScale = 'linear' | 'log'

/** Something a run has at every step. */
export interface QuantityEntry {
  title: LocalizedText
  /** As mathematics writes it. */
  symbol: string
  /** Step of the first value: 0 for what belongs to a point, 1 for what belongs to an update. */
  firstStep: 0 | 1
  /** Its values, one a step from `firstStep` on. */
  read(trajectory: Trajectory): Float64Array
  scale: ChartScale
}

const entry = (declared: QuantityEntry): QuantityEntry => declared

/** What can be charted; a new chart is one entry here. */
export const quantities = {
  loss: entry({
    title: { en: 'Loss', 'zh-Hant': '損失', 'zh-Hans': '损失' },
    symbol: 'L',
    firstStep: 0,
    read: ({ loss }) => loss,
    scale: 'linear',
  }),
  gradientNorm: entry({
    title: { en: 'Gradient norm', 'zh-Hant': '梯度範數', 'zh-Hans': '梯度范数' },
    symbol: '‖g‖',
    firstStep: 0,
    read: ({ gradient, size, steps }) =>
      Float64Array.from({ length: steps + 1 }, (_, row) => norm(size, (k) => gradient[row * size + k])),
    scale: 'log',
  }),
  learningRate: entry({
    title: { en: 'Learning rate', 'zh-Hant': '學習率', 'zh-Hans': '学习率' },
    symbol: 'η',
    firstStep: 1,
    read: ({ learningRate }) => learningRate,
    scale: 'linear',
  }),
  stepLength: entry({
    title: { en: 'Length of the update', 'zh-Hant': '更新的長度', 'zh-Hans': '更新的长度' },
    symbol: '‖Δθ‖',
    firstStep: 1,
    read: ({ theta, size, steps }) =>
      Float64Array.from({ length: steps }, (_, row) =>
        norm(size, (k) => theta[(row + 1) * size + k] - theta[row * size + k]),
      ),
    scale: 'log',
  }),
}

export type Quantity = keyof typeof quantities

function norm(size: number, component: (k: number) => number): number {
  if (size === 2) return Math.hypot(component(0), component(1))
  return Math.hypot(...Array.from({ length: size }, (_, k) => component(k)))
}

const cache = new WeakMap<Trajectory, Partial<Record<Quantity, Float64Array>>>()

/** The quantity's values along a trajectory, computed once for each. */
export function seriesOf(quantity: Quantity, trajectory: Trajectory): Float64Array {
  const known = cache.get(trajectory) ?? {}
  cache.set(trajectory, known)
  return (known[quantity] ??= quantities[quantity].read(trajectory))
}

/** The value at a step with a fraction, between its neighbours; undefined before the first and after the last step. */
export function valueAt(values: ArrayLike<number>, firstStep: number, step: number): number | undefined {
  const place = step - firstStep
  if (place < 0 || place > values.length - 1) return undefined
  const before = Math.floor(place)
  const share = place - before
  return share === 0 ? values[before] : values[before] + share * (values[before + 1] - values[before])
}
