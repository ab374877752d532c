import { expect, test } from '@playwright/test'
import { fold } from '../../src/map/layout/fold'

/** One above, and others below it side by side. */
function fan(below: number) {
  const n = below + 1
  const members = [...Array(n).keys()]
  const across = { place: Float32Array.from(members, (m) => (m ? (m - (below + 1) / 2) * 136 : 0)), size: new Float32Array(n).fill(120) }
  const down = { place: Float32Array.from(members, (m) => (m ? 100 : 0)), size: new Float32Array(n).fill(30) }
  return { members, across, down }
}

test('a layer of eighty folds to the width of a page, nobody over another', () => {
  const { members, across, down } = fan(80)
  fold(members, across, down, 1.6)
  const spread = (places: Float32Array) => Math.max(...places) - Math.min(...places)
  expect(spread(across.place) + 120).toBeLessThanOrEqual(1600)
  for (const a of members) {
    for (const b of members.slice(a + 1)) {
      const [dx, dy] = [Math.abs(across.place[a]! - across.place[b]!), Math.abs(down.place[a]! - down.place[b]!)]
      expect(dx >= 120 || dy >= 30, `${a} and ${b}`).toBe(true)
    }
    if (a) expect(down.place[a]).toBeGreaterThan(down.place[0]! + 30)
  }
})

test('a layer that fits stays as it is', () => {
  const { members, across, down } = fan(8)
  const before = [...across.place, ...down.place]
  fold(members, across, down, 1.6)
  expect([...across.place, ...down.place]).toEqual(before)
})
