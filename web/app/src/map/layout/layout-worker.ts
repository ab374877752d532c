import { run } from './run'
import type { Reply, Request } from './messages'

onmessage = ({ data }: MessageEvent<Request>) => {
  const { x, y } = run(data.task)
  postMessage({ job: data.job, x, y } satisfies Reply)
}
