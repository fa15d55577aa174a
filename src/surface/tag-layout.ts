/** A rectangle in CSS pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A card that wants to stand near its anchor. */
export interface TagWish {
  /** The anchor on the screen. */
  x: number
  y: number
  width: number
  height: number
  /** Kept clear around the anchor. */
  clear: number
  /** Where it stood in the last picture: an index of `sides`, tried first so that cards do not jump about. */
  last?: number
}

/** Where a card stands, or undefined where there is no room. */
export type TagPlace = (Box & { side: number }) | undefined

/** Directions in which a card is tried, in order of liking, with the extra distance: first near, then far. */
export const sides: readonly (readonly [x: number, y: number, far: number])[] = [0, 26, 60].flatMap((far) =>
  [
    [1, -1],
    [-1, -1],
    [1, 1],
    [-1, 1],
    [0, -1],
    [0, 1],
  ].map(([x, y]) => [x, y, far] as const),
)

/**
 * Places cards one after the other, in the order given (most important first): each beside its anchor, within the picture, where it meets
 * no other card and, if there is such a place, no obstacle. No two cards that are placed overlap.
 */
export function tagLayout(
  wishes: readonly TagWish[],
  picture: { width: number; height: number },
  obstacles: readonly Box[] = [],
): TagPlace[] {
  const taken: Box[] = []
  return wishes.map((wish) => {
    const order = sides.map((_, k) => k)
    if (wish.last !== undefined) order.unshift(wish.last)
    const free = order
      .map((side) => ({ ...beside(wish, side), side }))
      .filter((box) => isInside(box, picture) && !taken.some((other) => overlap(box, other)))
    const place = free.find((box) => !obstacles.some((other) => overlap(box, other))) ?? free[0]
    if (place) taken.push(place)
    return place
  })
}

function isInside({ x, y, width, height }: Box, picture: { width: number; height: number }): boolean {
  return x >= 4 && y >= 4 && x + width <= picture.width - 4 && y + height <= picture.height - 4
}

function beside({ x, y, width, height, clear }: TagWish, side: number): Box {
  const [right, down, far] = sides[side]
  const gap = clear + far
  const horizontal = right === 0 ? -width / 2 : right > 0 ? gap : -gap - width
  const vertical = right === 0 ? (down > 0 ? gap : -gap - height) : down > 0 ? 0.6 * gap : -0.6 * gap - height
  return { x: x + horizontal, y: y + vertical, width, height }
}

/** Whether two rectangles share an area. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
