import { expect, test } from '@playwright/test'
import { below, isNames, repeats, stack } from '../../src/console/stack'
import type { Cell, Result } from '../../src/console/state'

// Bars made of parts, in the console's chart.

const answer = (...rows: Cell[][]): Result => ({ columns: ['of', 'part', 'n'].map((name) => ({ name, type: 'value' })), rows, shown: rows.length, total: rows.length, milliseconds: 1 })

test('bars keep the order of the answer, parts go from the greatest, and nothing is lost', () => {
  const got = stack(answer(['b', 'few', 1], ['a', 'many', 5], ['b', 'many', 2], ['b', 'many', 3], ['a', null, null]), 0, 1, 2)
  expect(got.parts.map((p) => [p.name, p.sign, p.total])).toEqual([['many', 'A', 10], ['few', 'B', 1], ['none', 'C', 0]])
  expect(got.bars.map((b) => [b.cell, b.figures, b.total])).toEqual([['b', [5, 1, 0], 6], ['a', [5, 0, 0], 5]])
})

test('more than seven parts are six and the others; seven are seven', () => {
  const rows = (n: number) => [...Array(n).keys()].map((i): Cell[] => ['one', `p${i}`, 100 - i])
  expect(stack(answer(...rows(7)), 0, 1, 2).parts.map((p) => p.name)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'])
  const { parts, bars } = stack(answer(...rows(9)), 0, 1, 2)
  expect(parts.map((p) => p.name)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', '3 others'])
  expect(parts[6]).toMatchObject({ sign: '…', total: 94 + 93 + 92, rest: true })
  expect(bars[0]!.figures[6]).toBe(94 + 93 + 92)
})

test('two bodies of one name are two bars, and statuses stand from the firmest', () => {
  const [one, other] = [{ id: 'a', name: 'Trust' }, { id: 'b', name: 'Trust' }]
  const got = stack(answer([one, 'denied', 9], [other, 'stated', 1], [one, 'planned', 2], [other, null, 50]), 0, 1, 2)
  expect(got.bars.map((b) => b.cell)).toEqual([one, other])
  expect(got.parts.map((p) => p.status ?? p.name)).toEqual(['stated', 'planned', 'denied', 'none'])
})

test('only sixty bars are drawn, and it is known how many there are', () => {
  const got = stack(answer(...[...Array(100).keys()].map((i): Cell[] => [`b${i % 80}`, i < 80 ? 'x' : 'y', 1])), 0, 1, 2)
  expect([got.bars.length, got.all]).toEqual([60, 80])
})

test('what is below zero, has parts of its own or never comes again is not for stacking', () => {
  expect(below(answer(['a', 'x', 1], ['a', 'y', -1]), 2)).toBe(true)
  expect(below(answer(['a', 'x', 0]), 2)).toBe(false)
  expect(isNames(answer(['a', ['x'], 1]), 1)).toBe(false)
  expect(isNames(answer(['a', null, 1]), 1)).toBe(false)
  expect(isNames(answer([true, { id: 'a', name: 'A' }, 1], ['a', null, 2]), 1)).toBe(true)
  expect(repeats(answer(['a', 'x', 1], ['b', 'x', 1]), 0, 1)).toBe(false)
  expect(repeats(answer(['a', 'x', 1], ['a', 'y', 1], ['b', 'y', 1]), 0, 1)).toBe(true)
})
