// A scene as plain numbers, made once: large maps are gone through in every frame.
import type { Change, Status } from '../../api'
import type { Scene } from '../scene'

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

export function meshOf(scene: Scene): Mesh {
  const known = made.get(scene)
  if (known) return known
  const { edges } = scene
  const styles = new Map<string, { at: number; style: Style }>()
  const mesh: Mesh = {
    from: Uint32Array.from(edges, (e) => e.from.rank), to: Uint32Array.from(edges, (e) => e.to.rank), lane: Float32Array.from(edges, (e) => e.lane),
    style: new Uint16Array(edges.length), styles: [], plain: new Uint16Array(),
    lot: Float32Array.from(edges, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 0) / 0x100000000),
  }
  edges.forEach((e, i) => {
    const style = { colour: e.colour, width: Math.round(e.width * 2) / 2, status: e.status, arrow: e.arrow, change: scene.changes.get(e.id) }
    const key = Object.values(style).join()
    let found = styles.get(key)
    if (!found) styles.set(key, (found = { at: styles.size, style }))
    mesh.style[i] = found.at
  })
  mesh.styles = [...styles.values()].map((s) => s.style)
  mesh.plain = Uint16Array.from(mesh.styles, (s) => mesh.styles.findIndex((o) => o.colour === s.colour && o.arrow === s.arrow && o.change === s.change))
  made.set(scene, mesh)
  return mesh
}
