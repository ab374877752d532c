// Asks the layout worker for places: the page is never blocked by a layout.
import { taskOf } from './task'
import type { Reply, Request } from './messages'
import type { Scene } from '../scene'

let worker: Worker | undefined
let jobs = 0
const waiting = new Map<number, (reply: Reply) => void>()

export function arrange(scene: Scene, screen: number): Promise<Reply> {
  if (!worker) {
    worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module', name: 'layout' })
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      waiting.get(data.job)?.(data)
      waiting.delete(data.job)
    }
  }
  const job = ++jobs
  const request: Request = { job, task: taskOf(scene, screen) }
  return new Promise((resolve, reject) => {
    waiting.set(job, resolve)
    worker!.onerror = () => {
      worker = undefined // a further try begins with a new one
      reject(new Error('The picture could not be laid out in this browser. The table below says the same.'))
    }
    worker!.postMessage(request)
  })
}
