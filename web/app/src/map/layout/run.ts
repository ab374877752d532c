import { components } from './components'
import { force } from './force'
import { join } from './join'
import { pack, type Parcel } from './pack'
import { spread } from './spread'
import { loosen, turn } from './turn'
import type { Placed, Task } from './messages'
import { bound } from './bound'

const between = 34 // room left between parts that no line joins

/** Lays out a map: afresh, or around what already has its place when most of it has. */
export function run(task: Task): Placed {
  const n = task.seeds.length
  const known = task.x.reduce((sum, x) => sum + (Number.isNaN(x) ? 0 : 1), 0)
  if (known === n && n > 0) return task
  return known * 3 >= n && known > 0 ? join(task) : afresh(task)
}

function afresh(task: Task): Placed {
  const n = task.seeds.length
  const x = new Float32Array(n)
  const y = new Float32Array(n)
  const parts = components(n, task.from, task.to)
  const parcels = parts.map((members): Parcel => {
    const places = force(members, task)
    turn(places, task.aspect)
    loosen(places)
    members.forEach((m, i) => {
      x[m] = places[2 * i]!
      y[m] = places[2 * i + 1]!
    })
    for (let round = 0; round < 4; round++) {
      spread(members, x, y, task, () => false)
      if (round < 3 && members.length > 2) stretch(members, x, y, task)
    }
    return bound(members, x, y, task)
  })
  const before = parcels.map((p) => ({ ...p }))
  pack(parcels, task.aspect, between)
  parts.forEach((members, i) => {
    for (const m of members) {
      x[m]! += parcels[i]!.x - before[i]!.x
      y[m]! += parcels[i]!.y - before[i]!.y
    }
  })
  return { x, y }
}

/** Brings a part nearer to the shape of the screen. */
function stretch(members: number[], x: Float32Array, y: Float32Array, task: Task) {
  const { w, h } = bound(members, x, y, task)
  const by = Math.sqrt(Math.min(1.8, Math.max(1 / 1.8, (task.aspect * h) / w)))
  for (const m of members) {
    x[m]! *= by
    y[m]! /= by
  }
}
