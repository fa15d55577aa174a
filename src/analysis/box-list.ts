import type { Box } from './interval-loss.ts'

/** A stack of boxes in one typed array: a search makes and drops hundreds of thousands. */
export class BoxList {
  length = 0
  private ends = new Float64Array(4 * 256)

  push(xl: number, xh: number, yl: number, yh: number): void {
    const at = 4 * this.length
    if (at === this.ends.length) {
      const larger = new Float64Array(2 * at)
      larger.set(this.ends)
      this.ends = larger
    }
    this.ends[at] = xl
    this.ends[at + 1] = xh
    this.ends[at + 2] = yl
    this.ends[at + 3] = yh
    this.length++
  }

  /** Takes the last box off and writes it into `box`. There must be one. */
  pop(box: Box): void {
    this.length--
    this.read(this.length, box)
  }

  read(k: number, box: Box): void {
    const at = 4 * k
    box.xl = this.ends[at]
    box.xh = this.ends[at + 1]
    box.yl = this.ends[at + 2]
    box.yh = this.ends[at + 3]
  }

  boxes(): Box[] {
    return Array.from({ length: this.length }, (_, k) => {
      const box = { xl: 0, xh: 0, yl: 0, yh: 0 }
      this.read(k, box)
      return box
    })
  }
}
