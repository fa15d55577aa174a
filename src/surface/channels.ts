/** Red, green and blue of `#rrggbb`, 0 … 1, as they are: our shaders write sRGB themselves. */
export function channels(colour: string): [number, number, number] {
  const value = parseInt(colour.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}
