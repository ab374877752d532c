// A scene as plain numbers, made once: large maps are gone through in every frame.
import type { Change, Status } from '../../api'
import type { Scene } from '../scene'
import { atOnce } from '../slices'

export interface Style { colour: string; width: number; status: Status; arrow: boolean; change: Change | undefined }

export interface Mesh {
  from: Uint32Array // ranks of nodes
  to: Uint32Array
  style: Uint16Array
  lane: Float32Array
  lot: Float32Array // 0 to 1: which lines are left out first when there is no time for all
  styles: Style[]
  plain: Uint16Array // of each style the one of the same colour that stands for it in a hurry
}

const made = new WeakMap<Scene, Mesh>()

export const meshOf = (scene: Scene): Mesh => made.get(scene) ?? atOnce(meshing(scene))

const step = 1000

/** The mesh in steps; made once, meshOf finds it. */
export function* meshing(scene: Scene): Generator<void, Mesh> {
  const { edges } = scene
  const styles = new Map<string, { at: number; style: Style }>()
  const n = edges.length
  const mesh: Mesh = {
    from: new Uint32Array(n), to: new Uint32Array(n), lane: new Float32Array(n), style: new Uint16Array(n), lot: new Float32Array(n),
    styles: [], plain: new Uint16Array(),
  }
  for (let i = 0; i < n; i++) {
    const e = edges[i]!
    const [width, change] = [Math.round(e.width * 2) / 2, scene.changes.get(e.id)]
    const key = `${e.colour} ${width} ${e.status} ${e.arrow} ${change ?? ''}`
    let found = styles.get(key)
    if (!found) styles.set(key, (found = { at: styles.size, style: { colour: e.colour, width, status: e.status, arrow: e.arrow, change } }))
    mesh.from[i] = e.from.rank
    mesh.to[i] = e.to.rank
    mesh.lane[i] = e.lane
    mesh.style[i] = found.at
    mesh.lot[i] = (Math.imul(i + 1, 0x9e3779b1) >>> 0) / 0x100000000
    if (i % step === 0) yield
  }
  mesh.styles = [...styles.values()].map((s) => s.style)
  mesh.plain = Uint16Array.from(mesh.styles, (s) => mesh.styles.findIndex((o) => o.colour === s.colour && o.arrow === s.arrow && o.change === s.change))
  made.set(scene, mesh)
  return mesh
}
