import type { Task } from './messages'

/** Who is joined to whom, by number; no loops, none twice. */
export function neighbours({ seeds, from, to }: Task): number[][] {
  const near = Array.from(seeds, () => new Set<number>())
  from.forEach((a, i) => {
    const b = to[i]!
    if (a === b) return
    near[a]!.add(b)
    near[b]!.add(a)
  })
  return near.map((set) => [...set])
}
