/** A growing run of bytes with WebAssembly's number encodings. */
export class ByteWriter {
  private bytes = new Uint8Array(256)
  length = 0

  byte(value: number): this {
    this.room(1)
    this.bytes[this.length++] = value
    return this
  }

  all(values: ArrayLike<number>): this {
    this.room(values.length)
    this.bytes.set(values, this.length)
    this.length += values.length
    return this
  }

  /** LEB128 of an unsigned 32-bit integer. */
  unsigned(value: number): this {
    let rest = value
    while (rest >= 128) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    return this.byte(rest)
  }

  /** The name's UTF-8 bytes after their count. */
  name(text: string): this {
    return this.sized(new TextEncoder().encode(text))
  }

  /** The bytes after their count. */
  sized(values: ArrayLike<number>): this {
    return this.unsigned(values.length).all(values)
  }

  /** What has been written; a view that the next write may invalidate. */
  written(): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.length)
  }

  private room(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + count))
    larger.set(this.bytes)
    this.bytes = larger
  }
}
