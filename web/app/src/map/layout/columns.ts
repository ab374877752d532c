import { neighbours } from './near'
import type { Placed, Task } from './messages'

const rowGap = 10
const columnGap = 56
const groupGap = 90
const rounds = 6

/** By kind, side by side: a column each, or several where one would be longer than the picture is high. */
export function columns(task: Task): Placed {
  const near = neighbours(task)
  const groups = kinds(task, near)
  const x = new Float32Array(task.seeds.length)
  const y = new Float32Array(task.seeds.length)
  const high = height(groups, task)
  for (let round = 0; round < rounds; round++) {
    let left = 0
    for (const members of groups) {
      if (round > 0) members.sort((a, b) => middle(a, near, y) - middle(b, near, y) || a - b)
      left = stand(members, left, high, x, y, task)
    }
  }
  return { x, y }
}

/** Members of each kind; kinds with many lines between them stand side by side. */
function kinds(task: Task, near: number[][]): number[][] {
  const groups = new Map<number, number[]>()
  task.group.forEach((g, m) => groups.set(g, [...(groups.get(g) ?? []), m]))
  const left = [...groups.values()].sort((a, b) => b.length - a.length)
  const row = [left.shift()!]
  const ties = (a: number[], b: Set<number>) => a.reduce((sum, m) => sum + near[m]!.filter((o) => b.has(o)).length, 0)
  while (left.length) {
    const [first, last] = [new Set(row[0]), new Set(row.at(-1))]
    let best = { at: 0, end: true, count: -1 }
    left.forEach((g, at) => {
      for (const end of [true, false]) {
        const count = ties(g, end ? last : first)
        if (count > best.count) best = { at, end, count }
      }
    })
    const [g] = left.splice(best.at, 1)
    if (best.end) row.push(g!)
    else row.unshift(g!)
  }
  return row
}

/** The height at which all columns together have about the shape of the screen. */
function height(groups: number[][], task: Task): number {
  let area = 0
  let tallest = 0
  for (const members of groups) {
    const wide = Math.max(...members.map((m) => task.w[m]!)) + columnGap
    for (const m of members) {
      area += wide * (task.h[m]! + rowGap)
      tallest = Math.max(tallest, task.h[m]! + rowGap)
    }
  }
  return Math.max(tallest, Math.sqrt(area / task.aspect))
}

function stand(members: number[], left: number, high: number, x: Float32Array, y: Float32Array, task: Task): number {
  const total = members.reduce((sum, m) => sum + task.h[m]! + rowGap, 0)
  const count = Math.ceil(total / high)
  const wide = Math.max(...members.map((m) => task.w[m]!))
  let [column, down] = [0, 0]
  for (const m of members) {
    if (down > 0 && column < count - 1 && down + task.h[m]! > (total / count) * 1.02) {
      column++
      down = 0
    }
    x[m] = left + column * (wide + columnGap) + wide / 2
    y[m] = down + task.h[m]! / 2
    down += task.h[m]! + rowGap
  }
  return left + count * (wide + columnGap) - columnGap + groupGap
}

const middle = (m: number, near: number[][], y: Float32Array) =>
  near[m]!.length ? near[m]!.reduce((sum, o) => sum + y[o]!, 0) / near[m]!.length : y[m]!
