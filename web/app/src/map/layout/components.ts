/** Splits nodes into sets that no line joins, the largest first. */
export function components(n: number, from: Uint32Array, to: Uint32Array): number[][] {
  const root = Uint32Array.from({ length: n }, (_, i) => i)
  const find = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]!]!
    return i
  }
  from.forEach((a, i) => {
    const [x, y] = [find(a), find(to[i]!)]
    if (x !== y) root[Math.max(x, y)] = Math.min(x, y)
  })
  const sets = new Map<number, number[]>()
  for (let i = 0; i < n; i++) {
    const r = find(i)
    const set = sets.get(r)
    if (set) set.push(i)
    else sets.set(r, [i])
  }
  return [...sets.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
