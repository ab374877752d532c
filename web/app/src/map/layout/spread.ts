import type { Task } from './messages'

const most = 160

/**
 * Moves nodes apart until shapes and labels have room of their own, along the
 * direction in which less is needed; fixed ones stay and the others give way.
 */
export function spread(members: number[], x: Float32Array, y: Float32Array, task: Task, fixed: (m: number) => boolean) {
  if (members.length > 4000) return
  const rounds = Math.min(most, Math.ceil(60_000 / members.length))
  for (let round = 0; round < rounds; round++) {
    // sorted from left to right, each looks only as far as a label reaches
    const order = members.toSorted((a, b) => x[a]! - x[b]! || a - b)
    let moved = 0
    for (let i = 0; i < order.length; i++) {
      for (let j = i + 1; j < order.length; j++) {
        const [a, b] = [order[i]!, order[j]!]
        if (x[b]! - x[a]! > 240) break
        moved += part(a, b, x, y, task, fixed)
      }
    }
    if (moved < 0.5) return
  }
}

function part(a: number, b: number, x: Float32Array, y: Float32Array, task: Task, fixed: (m: number) => boolean): number {
  const { w, h } = task
  const dx = x[b]! - x[a]!
  const dy = y[b]! - y[a]!
  const ox = (w[a]! + w[b]!) / 2 - Math.abs(dx)
  const oy = (h[a]! + h[b]!) / 2 - Math.abs(dy)
  if (ox <= 0 || oy <= 0) return 0
  const [stayA, stayB] = [fixed(a), fixed(b)]
  if (stayA && stayB) return 0
  const sideways = ox < oy * task.aspect
  const push = (sideways ? ox : oy) * 0.55 * (stayA || stayB ? 1.6 : 1)
  const towards = (sideways ? dx : dy) >= 0 ? push : -push
  const axis = sideways ? x : y
  if (!stayA) axis[a]! -= stayB ? towards : towards / 2
  if (!stayB) axis[b]! += stayA ? towards : towards / 2
  return push
}
