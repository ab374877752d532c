import { circle } from './circle'
import { columns } from './columns'
import { components } from './components'
import { force } from './force'
import { join } from './join'
import { together, type Parcel } from './pack'
import { rings } from './rings'
import { spread } from './spread'
import { loosen, turn } from './turn'
import type { Placed, Task } from './messages'
import { bound } from './bound'

const others = { circle, rings }

/** Lays out a map by the layout's name. */
export async function run(task: Task): Promise<Placed> {
  if (task.seeds.length === 0) return task
  if (task.layout === 'force') return free(task)
  // the library for trees is fetched by those who want a tree
  if (task.layout === 'tree') return filled((await import('./tree')).tree(task), task)
  return task.layout === 'columns' ? filled(columns(task), task) : others[task.layout](task)
}

const furthest = 4

/** Layers and columns drawn apart until they have about the shape of the screen. */
function filled({ x, y }: Placed, task: Task): Placed {
  const { w, h } = bound(Array.from(x, (_, i) => i), x, y, task)
  const by = w / Math.max(1, h) / task.aspect
  const [across, down] = [Math.min(furthest, Math.max(1, 1 / by)), Math.min(furthest, Math.max(1, by))]
  return { x: x.map((v) => v * across), y: y.map((v) => v * down) }
}

/** Without a pattern: afresh, or around what already has its place when most of it has. */
function free(task: Task): Placed {
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
  together(parts, parcels, x, y, task.aspect)
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
