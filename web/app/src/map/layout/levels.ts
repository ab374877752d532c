/** How many lines each is away from the centre; what no line leads to is one further than the rest. */
export function levels(centre: number, near: readonly (readonly number[])[]): { level: Int32Array; order: number[]; parent: Int32Array } {
  const level = new Int32Array(near.length).fill(-1)
  const parent = new Int32Array(near.length).fill(-1)
  const order = [centre]
  level[centre] = 0
  for (let i = 0; i < order.length; i++) {
    for (const o of near[order[i]!]!) {
      if (level[o] !== -1) continue
      level[o] = level[order[i]!]! + 1
      parent[o] = order[i]!
      order.push(o)
    }
  }
  const outer = level[order.at(-1)!]! + 1
  level.forEach((l, m) => {
    if (l !== -1) return
    level[m] = outer
    order.push(m)
  })
  return { level, order, parent }
}
