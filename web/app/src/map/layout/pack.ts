export interface Parcel { x: number; y: number; w: number; h: number }

/** Gives parcels places that do not overlap and together have about the wanted shape; the largest keep to the middle of things. */
export function pack(parcels: Parcel[], aspect: number, gap: number) {
  const order = parcels.toSorted((a, b) => b.w * b.h - a.w * a.h)
  const done: Parcel[] = []
  let corners = [{ x: 0, y: 0 }]
  let [width, height] = [0, 0]
  for (const p of order) {
    let best: { x: number; y: number } | undefined
    let least = Infinity
    for (const at of corners) {
      if (done.some((d) => at.x < d.x + d.w + gap && d.x < at.x + p.w + gap && at.y < d.y + d.h + gap && d.y < at.y + p.h + gap)) continue
      const cost = Math.max(Math.max(width, at.x + p.w) / aspect, Math.max(height, at.y + p.h)) + (at.x / aspect + at.y) * 0.01
      if (cost < least) {
        least = cost
        best = at
      }
    }
    Object.assign(p, best ?? { x: 0, y: height + gap })
    width = Math.max(width, p.x + p.w)
    height = Math.max(height, p.y + p.h)
    done.push(p)
    corners = corners.filter((c) => c !== best)
    corners.push({ x: p.x + p.w + gap, y: p.y }, { x: p.x, y: p.y + p.h + gap }, { x: p.x + p.w + gap, y: 0 }, { x: 0, y: p.y + p.h + gap })
    if (corners.length > 400) corners = corners.slice(-400)
  }
}

const between = 34 // room left between parts that no line joins

/** Moves whole parts so that none lies over another. */
export function together(parts: number[][], parcels: Parcel[], x: Float32Array, y: Float32Array, aspect: number) {
  const before = parcels.map((p) => ({ ...p }))
  pack(parcels, aspect, between)
  parts.forEach((members, i) => {
    for (const m of members) {
      x[m]! += parcels[i]!.x - before[i]!.x
      y[m]! += parcels[i]!.y - before[i]!.y
    }
  })
}
