import { inflateSync } from 'node:zlib'

/** An RGBA picture, 8 bits a channel, rows from the top. */
export class Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array

  constructor(width: number, height: number, data: Uint8Array) {
    this.width = width
    this.height = height
    this.data = data
  }

  /** Colour at a pixel (whole numbers from the top left corner): [red, green, blue, alpha], 0 to 255. */
  at(x: number, y: number): [number, number, number, number] {
    if (!(x >= 0 && x < this.width && y >= 0 && y < this.height)) throw new Error(`no pixel at ${x}, ${y}`)
    const i = 4 * (Math.floor(y) * this.width + Math.floor(x))
    return [this.data[i], this.data[i + 1], this.data[i + 2], this.data[i + 3]]
  }

  /** How many pixels differ from the colour by at most `tolerance` in red, green and blue each. */
  count([red, green, blue]: readonly number[], tolerance = 0): number {
    let n = 0
    for (let i = 0; i < this.data.length; i += 4)
      if (
        Math.abs(this.data[i] - red) <= tolerance &&
        Math.abs(this.data[i + 1] - green) <= tolerance &&
        Math.abs(this.data[i + 2] - blue) <= tolerance
      )
        n++
    return n
  }

  /** Number of different colours: 1 is an empty canvas. */
  colours(): number {
    const words = new Uint32Array(this.data.slice().buffer)
    return new Set(words).size
  }

  /** Share of pixels, 0 to 1, that differ from another picture of the same size by more than `tolerance` in some channel. */
  difference(other: Picture, tolerance = 0): number {
    if (other.width !== this.width || other.height !== this.height)
      throw new Error(`${this.width}×${this.height} and ${other.width}×${other.height} are not the same size`)
    let n = 0
    for (let i = 0; i < this.data.length; i += 4)
      if ([0, 1, 2, 3].some((k) => Math.abs(this.data[i + k] - other.data[i + k]) > tolerance)) n++
    return n / (this.width * this.height)
  }
}

/**
 * Decodes a PNG of 8 bits a channel, RGB or RGBA, not interlaced: what a browser writes for a screenshot or a canvas.
 * Throws on any other. Source: PNG specification, third edition, §9 (filtering).
 */
export function decodePng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG')
  const width = bytes.readUInt32BE(16)
  const height = bytes.readUInt32BE(20)
  const [depth, colourType, , , interlace] = bytes.subarray(24, 29)
  const channels = colourType === 6 ? 4 : colourType === 2 ? 3 : 0
  if (depth !== 8 || channels === 0 || interlace !== 0)
    throw new Error(`a PNG of depth ${depth}, colour type ${colourType}, interlace ${interlace} is not read here`)

  const compressed: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      compressed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const rows = inflateSync(Buffer.concat(compressed))
  const stride = width * channels
  if (rows.length !== height * (stride + 1)) throw new Error('a PNG with the wrong amount of data')

  const plain = new Uint8Array(height * stride)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const here = y * stride + x
      const left = x >= channels ? plain[here - channels] : 0
      const above = y > 0 ? plain[here - stride] : 0
      const corner = x >= channels && y > 0 ? plain[here - stride - channels] : 0
      plain[here] = rows[y * (stride + 1) + 1 + x] + predicted(filter, left, above, corner)
    }
  }
  if (channels === 4) return new Picture(width, height, plain)
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) data.set(plain.subarray(3 * i, 3 * i + 3), 4 * i)
  return new Picture(width, height, data)
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) throw new Error(`a PNG with filter ${filter}`)
  const estimate = left + above - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
