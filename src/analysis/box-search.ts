import type { Domain } from '../declare/landscape.ts'
import { BoxList } from './box-list.ts'
import { BoxTest, verdicts } from './box-test.ts'
import { polish } from './polish.ts'
import type { Box, IntervalLoss } from './interval-loss.ts'
import { onCurve } from './on-curve.ts'

/** A critical point that is proven to be alone in `around`, with the number of its positive eigenvalues (the others are negative). */
export interface ProvenPoint {
  x: number
  y: number
  positive: number
  around: Box
}

/** Boxes are cut off their middle: symmetric formulas have their critical points on middles, and a point on a cut is looked at twice. */
const cut = 0.4871
/** Open boxes of this share of the domain are first looked at together. */
const firstLevel = 8
/** The finest: 2^−26 of the domain. */
const lastLevel = 26
/** A point of its own has few open boxes about it at any level, a curve twice as many a level, rounding errors four times. */
const areaGrowth = 2.5
const fewBoxes = 96
/** More open boxes than this at a level, and more than at the one before, are no points of their own. */
const mostOpen = 10_000
/** Open boxes with a kink or a hole in them are refined while there are no more than these. */
const mostRough = 600

/**
 * Branch and prune: cuts the domain into boxes until each is empty, holds one proven point, or is too small to go on. Works in steps, so
 * that whoever runs it can look at what is found, or stop.
 */
export class BoxSearch {
  /** In the order of finding. */
  readonly points: ProvenPoint[] = []
  /** Boxes on which the gradient is exactly zero. */
  readonly flat: Box[] = []
  /** Boxes on which the gradient is too near zero for numbers to tell. */
  readonly faint: Box[] = []
  /** Boxes at no point of which the formula is defined. */
  readonly nowhere: Box[] = []
  /** Boxes that a curve of critical points passes through. */
  readonly curveBoxes: Box[] = []
  /** When done: small boxes with a kink or hole, and other small boxes, that could not be decided. */
  rough: Box[] = []
  open: Box[] = []
  /** Boxes examined. */
  boxes = 0
  /** All boxes are decided, or as small as they get. */
  done = false
  private readonly loss: IntervalLoss
  private readonly test: BoxTest
  private readonly stack = new BoxList()
  private small = new BoxList()
  private smallRough = new BoxList()
  private before = 0
  private coarser: Box[] = []
  private level = firstLevel
  private readonly domain: Domain
  private readonly width: number
  private readonly height: number

  constructor(loss: IntervalLoss, domain: Domain) {
    this.loss = loss
    this.domain = domain
    const [[xl, xh], [yl, yh]] = domain
    this.width = xh - xl
    this.height = yh - yl
    this.test = new BoxTest(loss, this.width / this.height)
    this.stack.push(xl, xh, yl, yh)
  }

  /** Examines up to so many boxes; true when done. */
  step(count: number): boolean {
    const { stack } = this
    for (let k = 0; k < count; k++) {
      if (stack.length === 0) this.nextLevel()
      if (this.done) return true
      this.examine()
    }
    return false
  }

  /** What is still undecided, for a search that is given up. */
  rest(): Box[] {
    return [...this.stack.boxes(), ...this.small.boxes(), ...this.smallRough.boxes()]
  }

  private examine(): void {
    const { test, stack } = this
    stack.pop(test)
    this.boxes++
    const verdict = test.run()
    if (verdict === verdicts.empty) return
    if (verdict === verdicts.proven) this.add()
    else if (verdict === verdicts.open || verdict === verdicts.rough) this.divide(verdict === verdicts.rough)
    else
      (verdict === verdicts.flat ? this.flat : verdict === verdicts.faint ? this.faint : this.nowhere).push(copy(test))
  }

  private divide(rough: boolean): void {
    const { xl, xh, yl, yh } = this.test
    const x = (xh - xl) / this.width
    const y = (yh - yl) / this.height
    const size = powerOfHalf(this.level)
    if (x <= size && y <= size) {
      ;(rough ? this.smallRough : this.small).push(xl, xh, yl, yh)
      return
    }
    const [low, high] = x >= y ? [xl, xh] : [yl, yh]
    // Where formulas have kinks and holes, it is most often at 0.
    const middle = rough && low < 0 && high > 0 ? 0 : low + (high - low) * cut
    if (x >= y) {
      this.stack.push(xl, middle, yl, yh)
      this.stack.push(middle, xh, yl, yh)
    } else {
      this.stack.push(xl, xh, yl, middle)
      this.stack.push(xl, xh, middle, yh)
    }
  }

  private add(): void {
    const { test, loss, points } = this
    const { around } = test
    const [x, y] = polish(loss, test.nearX, test.nearY, around)
    // A point in the margins of two boxes is proven in both; each is the only one in its box.
    if (this.known(x, y)) return
    const [[xl, xh], [yl, yh]] = this.domain
    const slack = 1e-12
    if (x < xl - slack * this.width || x > xh + slack * this.width) return
    if (y < yl - slack * this.height || y > yh + slack * this.height) return
    const point = { x, y, positive: test.positive, around: copy(around) }
    points.push(point)
    const key = this.key(x, y, 0, 0)
    const near = this.cells.get(key)
    if (near) near.push(point)
    else this.cells.set(key, [point])
  }

  private readonly cells = new Map<number, ProvenPoint[]>()

  private key(x: number, y: number, dx: number, dy: number): number {
    const column = Math.floor(((x - this.domain[0][0]) / this.width) * 65536 + 0.5) + dx
    const row = Math.floor(((y - this.domain[1][0]) / this.height) * 65536 + 0.5) + dy
    return column * 131072 + row
  }

  /** Whether a point proven before lies in the box in which this one is alone: then they are the same. */
  private known(x: number, y: number): boolean {
    const { around } = this.test
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const p of this.cells.get(this.key(x, y, dx, dy)) ?? [])
          if (p.x >= around.xl && p.x <= around.xh && p.y >= around.yl && p.y <= around.yh) return true
    return false
  }

  /** All boxes are small: sorts out curves, and cuts the others finer where that promises more. */
  private nextLevel(): void {
    const { smallRough, loss } = this
    const shortest = Math.min(this.width, this.height) / 2048
    const open = this.small.boxes().filter((box) => {
      if (this.small.length > mostOpen || !onCurve(loss, box, shortest)) return true
      this.curveBoxes.push(box)
      return false
    })
    const noise = this.level > firstLevel + 3 && open.length > fewBoxes && open.length > areaGrowth * this.before
    const stuck =
      noise ||
      (this.level > firstLevel && open.length > mostOpen && open.length > this.before) ||
      this.level === lastLevel
    if (stuck) this.open = noise ? this.coarser : open
    const goOn = stuck ? [] : open
    const roughOn = !stuck && smallRough.length <= mostRough ? smallRough.boxes() : []
    if (roughOn.length === 0) this.rough.push(...smallRough.boxes())
    this.coarser = open
    this.before = open.length
    this.level++
    this.small = new BoxList()
    this.smallRough = new BoxList()
    for (const { xl, xh, yl, yh } of [...goOn, ...roughOn]) this.stack.push(xl, xh, yl, yh)
    if (this.stack.length === 0) this.done = true
  }
}

/** Cut off their middle, boxes of a level differ a little in size. */
const powerOfHalf = (level: number): number => 1.1 / (1 << level)

function copy({ xl, xh, yl, yh }: Box): Box {
  return { xl, xh, yl, yh }
}
