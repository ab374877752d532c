// Asks the layout worker for places: the page is never blocked by a layout.
import { taskOf } from './task'
import type { LayoutName, Reply, Request } from './messages'
import type { Scene } from '../scene'

export { layouts, type LayoutName } from './messages'

let worker: Worker | undefined
let jobs = 0
const waiting = new Map<number, (reply: Reply) => void>()

/**
 * Places for the nodes of a scene, in their order. Only force keeps what has a place already;
 * the others place all anew. Rings lie around the centre, or else around the best connected.
 */
export function arrange(scene: Scene, screen: number, layout: LayoutName = 'force', centre = ''): Promise<Reply> {
  if (!worker) {
    worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' })
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      waiting.get(data.job)?.(data)
      waiting.delete(data.job)
    }
  }
  const job = ++jobs
  const request: Request = { job, task: taskOf(scene, screen, layout, centre) }
  return new Promise((resolve, reject) => {
    waiting.set(job, resolve)
    worker!.onerror = () => {
      worker = undefined // a further try begins with a new one
      reject(new Error('The picture could not be laid out in this browser. The table below says the same.'))
    }
    worker!.postMessage(request)
  })
}
