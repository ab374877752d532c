// Rows of a name, a part and a figure, gathered into bars made of parts.
import type { Status } from '../api'
import { statuses } from '../words'
import { isRef, textOf } from './cell'
import type { Cell, Result } from './state'

export const mostParts = 6 // that an eye tells apart; the rest is one part
export const mostBars = 60

export interface Part { name: string; sign: string; total: number; status?: Status; rest?: boolean }
export interface Bar { cell: Cell; figures: number[]; total: number } // a figure for each part, 0 where there is none
export interface Stack { parts: Part[]; bars: Bar[]; all: number } // all: how many bars there are, of which the first are here

const keyOf = (cell: Cell) => (isRef(cell) ? cell.id : textOf(cell))
const sum = (figures: number[]) => figures.reduce((a, b) => a + b, 0)

/** Whether a column holds names and nothing that has parts of its own. */
export const isNames = (result: Result, i: number) =>
  result.rows.some((r) => r[i] !== null) && result.rows.every((r) => typeof r[i] === 'string' || typeof r[i] === 'boolean' || r[i] === null || isRef(r[i]))

/** Whether some figure is below zero: a part that takes away has no place in a bar. */
export const below = (result: Result, y: number) => result.rows.some((r) => typeof r[y] === 'number' && (r[y] as number) < 0)

/** Whether bars of several rows come of it, and parts that come again: then stacking is what one means. */
export function repeats(result: Result, x: number, z: number): boolean {
  const distinct = (i: number) => new Set(result.rows.map((r) => keyOf(r[i]!))).size
  return distinct(x) < result.rows.length && distinct(z) < result.rows.length
}

/** Bars in the order of the answer; parts from the greatest to the least, statuses from the firmest. */
export function stack(result: Result, x: number, z: number, y: number): Stack {
  const names = new Map<string, Cell>()
  const parts = new Map<string, { name: string; total: number }>()
  const figures = new Map<string, Map<string, number>>()
  for (const row of result.rows) {
    const [of, part, figure] = [keyOf(row[x]!), keyOf(row[z]!), typeof row[y] === 'number' ? row[y] : 0]
    if (!names.has(of)) (names.set(of, row[x]!), figures.set(of, new Map()))
    if (!parts.has(part)) parts.set(part, { name: textOf(row[z]!) || 'none', total: 0 })
    parts.get(part)!.total += figure
    figures.get(of)!.set(part, (figures.get(of)!.get(part) ?? 0) + figure)
  }
  // what has no status stands after those that have
  const firm = [...parts.keys()].every((k) => k in statuses || k === '') ? [...Object.keys(statuses), ''].filter((s) => parts.has(s)) : null
  const keys = firm ?? [...parts.keys()].sort((a, b) => parts.get(b)!.total - parts.get(a)!.total)
  // one alone is gathered with nobody
  const groups = keys.length > mostParts + 1 ? [...keys.slice(0, mostParts).map((k) => [k]), keys.slice(mostParts)] : keys.map((k) => [k])
  return {
    all: names.size,
    parts: groups.map((group, i): Part => {
      const [first, total] = [group[0]!, sum(group.map((k) => parts.get(k)!.total))]
      if (group.length > 1) return { name: `${group.length} others`, sign: '…', total, rest: true }
      if (firm && first) return { name: statuses[first as Status], sign: '', total, status: first as Status }
      return { name: parts.get(first)!.name, sign: firm ? '–' : String.fromCharCode(65 + i), total, ...(firm && { rest: true }) }
    }),
    bars: [...names].slice(0, mostBars).map(([of, cell]) => {
      const mine = groups.map((group) => sum(group.map((k) => figures.get(of)!.get(k) ?? 0)))
      return { cell, figures: mine, total: sum(mine) }
    }),
  }
}
