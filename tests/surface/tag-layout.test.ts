import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlap, tagLayout, type TagWish } from '../../src/surface/tag-layout.ts'

const picture = { width: 800, height: 600 }
const wish: fc.Arbitrary<TagWish> = fc.record({
  x: fc.integer({ min: -50, max: 850 }),
  y: fc.integer({ min: -50, max: 650 }),
  width: fc.integer({ min: 60, max: 160 }),
  height: fc.integer({ min: 20, max: 50 }),
  clear: fc.integer({ min: 5, max: 20 }),
  last: fc.option(fc.integer({ min: 0, max: 17 }), { nil: undefined }),
})
const box = fc.record({
  x: fc.integer({ min: 0, max: 780 }),
  y: fc.integer({ min: 0, max: 580 }),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
})

test('cards do not overlap one another and lie within the picture', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 30 }), fc.array(box, { maxLength: 6 }), (wishes, obstacles) => {
      const places = tagLayout(wishes, picture, obstacles)
      expect(places.length).toBe(wishes.length)
      const cards = places.filter((place) => place !== undefined)
      cards.forEach((card, k) => {
        for (const other of cards.slice(k + 1)) expect(overlap(card, other)).toBe(false)
        expect(Math.min(card.x, card.y)).toBeGreaterThanOrEqual(0)
        expect(card.x + card.width).toBeLessThanOrEqual(picture.width)
        expect(card.y + card.height).toBeLessThanOrEqual(picture.height)
      })
    }),
  )
})

test('a card alone stands up and to the right of its point, clear of it', () => {
  const [place] = tagLayout([{ x: 300, y: 300, width: 100, height: 40, clear: 15 }], picture)
  expect(place?.x).toBe(315)
  expect((place?.y ?? 0) + 40).toBeLessThan(300)
})

test('a card goes round obstacles as long as it can, and stands on them rather than nowhere', () => {
  const middle = { x: 400, y: 300, width: 100, height: 40, clear: 15 }
  const place = tagLayout([middle], picture)[0]
  if (!place) throw new Error('an empty picture has room')
  const aside = tagLayout([middle], picture, [place])[0]
  expect(aside).toBeDefined()
  expect(aside && overlap(aside, place)).toBe(false)
  expect(tagLayout([middle], picture, [{ x: 0, y: 0, ...picture }])[0]).toEqual(place)
})

test('a card stays where it was as long as there is room', () => {
  const middle = { x: 400, y: 300, width: 100, height: 40, clear: 15 }
  expect(tagLayout([{ ...middle, last: 3 }], picture)[0]?.side).toBe(3)
})

test('the first wish is served first', () => {
  const same = { x: 400, y: 300, width: 100, height: 40, clear: 15 }
  const alone = tagLayout([same], picture)[0]
  expect(tagLayout([same, same, same], picture)[0]).toEqual(alone)
})
