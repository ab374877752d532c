import { under } from '../src/map/hit'
import { buildScene } from '../src/map/scene'
import { Stage } from '../src/map/stage'
import { toScreen, type Size } from '../src/map/camera'
import { Words } from '../src/words'
import { frame, type Painter } from './page'
import { vocabulary, type World } from './world'

/** The mapper's own painter, by the stage that the map has. */
export async function mapper(place: HTMLElement, { graph, spots }: World, size: Size): Promise<Painter> {
  const canvas = document.createElement('canvas')
  place.append(canvas)
  const stage = new Stage(canvas)
  stage.scene = buildScene(graph, new Words(vocabulary), spots)
  stage.resize()
  const scene = stage.scene
  canvas.addEventListener('pointermove', (e) => {
    const found = under(scene, stage.camera, stage.size, { x: e.offsetX, y: e.offsetY }, 5)
    const id = found?.node?.id ?? found?.edge?.id ?? ''
    if (id === stage.attention.hover) return
    stage.attention = { ...stage.attention, hover: id }
    stage.invalidate()
  })
  return {
    look: (c) => stage.lookAt(c),
    async hover() {
      const times: number[] = []
      for (const node of scene.nodes.slice(0, 12)) {
        const at = toScreen(stage.camera, size, node)
        const began = performance.now()
        canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: at.x, clientY: at.y }))
        await frame() // the picture is drawn within this frame
        await new Promise((done) => setTimeout(done))
        times.push(performance.now() - began)
      }
      return times.sort((a, b) => a - b)[6]!
    },
  }
}
