import { run } from './run'
import type { Reply, Request } from './messages'

onmessage = async ({ data }: MessageEvent<Request>) => {
  const { x, y } = await run(data.task)
  postMessage({ job: data.job, x, y } satisfies Reply)
}
