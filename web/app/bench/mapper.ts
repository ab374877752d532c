import { under } from '../src/map/hit'
import { building } from '../src/map/scene'
import { inSlices } from '../src/map/slices'
import { Stage } from '../src/map/stage'
import { toScreen, type Size } from '../src/map/camera'
import { Words } from '../src/words'
import type { Answered, Painter } from './page'
import { vocabulary, type World } from './world'

/** The mapper's own painter, by the stage that the map has. */
export async function mapper(place: HTMLElement, { graph, spots }: World, size: Size): Promise<Painter> {
  const canvas = document.createElement('canvas')
  place.append(canvas)
  const stage = new Stage(canvas)
  stage.scene = await inSlices(building(graph, new Words(vocabulary), spots))
  await new Promise((done) => setTimeout(done))
  stage.framed = true // a map opens with all of it in sight
  stage.resize()
  const scene = stage.scene
  const answers: Answered[] = []
  canvas.addEventListener('pointermove', (e) => {
    const found = under(scene, stage.camera, stage.size, { x: e.offsetX, y: e.offsetY }, 5)
    const id = found?.node?.id ?? found?.edge?.id ?? ''
    if (id === stage.attention.hover) return
    stage.hover(id)
    const seen = document.timeline.currentTime as number
    requestAnimationFrame((now) => { // after the stage's own: the lit picture is drawn
      setTimeout(() => answers.push({ ms: performance.now() - e.timeStamp, frames: 1 + Math.round((now - seen) / 16.7) }))
    })
  })
  return {
    look: (c) => stage.lookAt(c),
    spots: () => scene.nodes.slice(0, 12).map((n) => toScreen(stage.camera, size, n)),
    answers: () => answers,
  }
}
