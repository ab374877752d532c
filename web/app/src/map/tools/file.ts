// A map as a file: everything the address says, and where each body stands.
import { readView, writeView } from '../address'
import type { Controller } from '../controller'
import { keep, type Kept } from '../places'

interface Saved { mapper: 'map'; version: 1; title: string; saved: string; address: string; kept: Kept | null }

export function save(map: Controller, title: string): Blob {
  const { view, scene } = map.state
  const saved: Saved = {
    mapper: 'map', version: 1, title, saved: new Date().toISOString(), address: writeView(view), kept: keep(scene, map.stage.camera),
  }
  return new Blob([JSON.stringify(saved, null, 1)], { type: 'application/json' })
}

/** Opens what save made and gives its title. */
export async function open(map: Controller, file: Blob): Promise<string> {
  const saved = check(await file.text())
  map.stage.framed = false // the camera of the file, not one that shows all
  await map.go(readView(saved.address), 'push', saved.kept ?? undefined)
  return saved.title
}

function check(text: string): Saved {
  let it: Partial<Saved>
  try {
    it = JSON.parse(text)
  } catch {
    throw new Error('This file is not a map: choose one that was made with “Save as a file”.')
  }
  if (it?.mapper !== 'map' || typeof it.address !== 'string' || (it.address && !it.address.startsWith('?'))) {
    throw new Error('This file is not a map: choose one that was made with “Save as a file”.')
  }
  if (it.version !== 1) throw new Error(`This map was saved by a newer version (file version ${it.version}): open it there, or update this one.`)
  return { mapper: 'map', version: 1, title: String(it.title ?? ''), saved: String(it.saved ?? ''), address: it.address, kept: sound(it.kept) }
}

/** Places that are whole; a file may have been edited by hand. */
function sound(kept: unknown): Kept | null {
  const { spots, camera } = (kept ?? {}) as Partial<Kept>
  const finite = (...all: unknown[]) => all.every(Number.isFinite)
  if (!Array.isArray(spots) || !camera || !finite(camera.x, camera.y, camera.k) || camera.k <= 0) return null
  return { camera, spots: spots.filter((s) => Array.isArray(s) && typeof s[0] === 'string' && finite(s[1], s[2])) }
}
