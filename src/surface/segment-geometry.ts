import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three'

/** Numbers a plain segment takes: from (x, y, z, row), to (x, y, z, row), length along the line at either end. */
export const segmentStride = 10
/** Numbers a marked segment takes: a plain one, then width at either end and whether its ends are round, then red, green, blue, alpha. */
export const markStride = 17

/**
 * Many straight segments drawn as one: an instanced quad whose width is in pixels. The buffer grows by doubling and is filled again in
 * place, so that a drag allocates nothing.
 */
export class SegmentGeometry extends InstancedBufferGeometry {
  readonly stride: number
  private capacity = 0
  private buffer: InstancedInterleavedBuffer | undefined

  constructor(stride: number) {
    super()
    this.stride = stride
    // Along from 0 to 1, across from −1 to 1.
    this.setAttribute('position', new BufferAttribute(new Float32Array([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0]), 3))
    this.setIndex([0, 1, 2, 0, 2, 3])
    this.instanceCount = 0
    this.reserve(16)
  }

  /** Shows the segments in the first `count` rows of `data`. */
  show(data: Float32Array, count = data.length / this.stride): void {
    if (count > this.capacity) this.reserve(2 ** Math.ceil(Math.log2(count)))
    const buffer = this.buffer as InstancedInterleavedBuffer
    ;(buffer.array as Float32Array).set(data.subarray(0, count * this.stride))
    buffer.clearUpdateRanges()
    buffer.addUpdateRange(0, count * this.stride)
    buffer.needsUpdate = true
    this.instanceCount = count
  }

  private reserve(capacity: number): void {
    // The old buffers on the graphics card belong to the old attributes.
    if (this.buffer) this.dispose()
    this.capacity = capacity
    this.buffer = new InstancedInterleavedBuffer(new Float32Array(capacity * this.stride), this.stride, 1)
    this.buffer.setUsage(DynamicDrawUsage)
    const name = (name: string, size: number, offset: number) =>
      this.setAttribute(name, new InterleavedBufferAttribute(this.buffer as InstancedInterleavedBuffer, size, offset))
    name('from', 4, 0)
    name('to', 4, 4)
    name('reach', 2, 8)
    if (this.stride === markStride) {
      name('shape', 3, 10)
      name('tint', 4, 13)
    }
  }
}
