import type { LocalizedText } from '../i18n/language.ts'

/** What is accepted, wider than the slider's range; an `open` end excludes the bound itself. */
export interface Valid {
  least?: number
  most?: number
  openLeast?: boolean
  openMost?: boolean
}

export interface NumberHyperparameter {
  kind: 'number'
  /** As typeset: `η`, `β₁`. */
  symbol: string
  label: LocalizedText
  /** A number, or an expression in `steps`. */
  default: number | string
  /** The slider's ends. */
  range: readonly [number, number]
  scale: 'linear' | 'log' | 'one-minus-log'
  integer?: boolean
  valid: Valid
  /** A schedule's `momentum` reaches the hyperparameter with this role. */
  role?: 'momentum'
}

/** One of several named forms; in a program its value is the index of the chosen one. */
export interface ChoiceHyperparameter {
  kind: 'choice'
  symbol: string
  label: LocalizedText
  choices: readonly { id: string; label: LocalizedText }[]
  default: string
}

export interface ListHyperparameter {
  kind: 'list'
  symbol: string
  label: LocalizedText
  default: readonly number[]
  valid: Valid
}

export type Hyperparameter = NumberHyperparameter | ChoiceHyperparameter | ListHyperparameter

/** A number, a choice's id, or a list. */
export type HyperparameterValue = number | string | readonly number[]

/** Hyperparameters by the name they have in programs and links. */
export type Hyperparameters = Record<string, Hyperparameter>

/** Values a person set; what is absent is the default. */
export type Values = Record<string, HyperparameterValue>

const text = (en: string, hant: string, hans: string): LocalizedText => ({ en, 'zh-Hant': hant, 'zh-Hans': hans })

type Shape = Partial<Omit<NumberHyperparameter, 'kind' | 'symbol' | 'default'>>

/** A number hyperparameter with everything said. */
export function number(
  symbol: string,
  byDefault: number | string,
  shape: Shape & Pick<NumberHyperparameter, 'label' | 'range'>,
): NumberHyperparameter {
  return { kind: 'number', symbol, default: byDefault, scale: 'linear', valid: {}, ...shape }
}

/** Learning rate η ≥ 0, on a logarithmic slider. */
export function learningRate(byDefault: number): NumberHyperparameter {
  return number('η', byDefault, {
    label: text('learning rate', '學習率', '学习率'),
    range: [1e-5, 10],
    scale: 'log',
    valid: { least: 0 },
  })
}

/** A decay rate 0 ≤ β < 1 of a running average, on a slider that is logarithmic in 1 − β. */
export function decay(symbol: string, byDefault: number, shape: Shape = {}): NumberHyperparameter {
  return number(symbol, byDefault, {
    label: text('decay rate', '衰減率', '衰减率'),
    range: [0, 0.9999],
    scale: 'one-minus-log',
    valid: { least: 0, most: 1, openMost: true },
    ...shape,
  })
}

/** A small positive constant that keeps a division finite. */
export function small(symbol: string, byDefault: number): NumberHyperparameter {
  return number(symbol, byDefault, {
    label: text('small constant', '微小常數', '微小常数'),
    range: [1e-12, 1],
    scale: 'log',
    valid: { least: 0 },
  })
}

/** One of several forms. */
export function choice(
  symbol: string,
  label: LocalizedText,
  choices: ChoiceHyperparameter['choices'],
): ChoiceHyperparameter {
  return { kind: 'choice', symbol, label, choices, default: choices[0].id }
}

/** A list of numbers, read by `count`. */
export function list(
  symbol: string,
  byDefault: readonly number[],
  label: LocalizedText,
  valid: Valid,
): ListHyperparameter {
  return { kind: 'list', symbol, label, default: byDefault, valid }
}
