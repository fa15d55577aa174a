import { BufferAttribute, BufferGeometry, DynamicDrawUsage, InterleavedBuffer, InterleavedBufferAttribute } from 'three'

/** Numbers a plain segment takes: from (x, y, z, row), to (x, y, z, row), length along the line at either end. */
export const segmentStride = 10
/** Numbers a marked segment takes: a plain one, then width at either end and whether its ends are round, then red, green, blue, alpha. */
export const markStride = 17

/**
 * Many straight segments drawn as one, each a quad whose width is in pixels. Its four vertices hold the same numbers; the shader knows the
 * corner by the vertex' index. (Instances would hold them once, but software renderers draw instances one by one.) The buffer grows by
 * doubling and is filled again in place, so that a drag allocates nothing.
 */
export class SegmentGeometry extends BufferGeometry {
  readonly stride: number
  private capacity = 0
  private buffer: InterleavedBuffer | undefined

  constructor(stride: number) {
    super()
    this.stride = stride
    this.reserve(16)
    this.setDrawRange(0, 0)
  }

  /** Shows the segments of `data`. */
  show(data: Float32Array): void {
    const { stride } = this
    const count = data.length / stride
    if (count > this.capacity) this.reserve(2 ** Math.ceil(Math.log2(count)))
    const buffer = this.buffer as InterleavedBuffer
    const array = buffer.array as Float32Array
    for (let k = 0, at = 0; k < data.length; k += stride)
      for (let corner = 0; corner < 4; corner++, at += stride)
        for (let n = 0; n < stride; n++) array[at + n] = data[k + n]
    buffer.clearUpdateRanges()
    buffer.addUpdateRange(0, 4 * data.length)
    buffer.needsUpdate = true
    this.setDrawRange(0, 6 * count)
  }

  private reserve(capacity: number): void {
    // The old buffers on the graphics card belong to the old attributes.
    if (this.buffer) this.dispose()
    this.capacity = capacity
    const buffer = new InterleavedBuffer(new Float32Array(4 * capacity * this.stride), this.stride)
    buffer.setUsage(DynamicDrawUsage)
    this.buffer = buffer
    const name = (name: string, size: number, offset: number) =>
      this.setAttribute(name, new InterleavedBufferAttribute(buffer, size, offset))
    name('from', 4, 0)
    name('to', 4, 4)
    name('reach', 2, 8)
    if (this.stride === markStride) {
      name('shape', 3, 10)
      name('tint', 4, 13)
    }
    const indices = new Uint32Array(6 * capacity)
    for (let k = 0; k < capacity; k++)
      indices.set(
        [0, 1, 2, 0, 2, 3].map((corner) => 4 * k + corner),
        6 * k,
      )
    this.setIndex(new BufferAttribute(indices, 1))
  }
}
