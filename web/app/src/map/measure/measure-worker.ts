import { answer } from './network'
import type { Question } from './messages'

onmessage = ({ data }: MessageEvent<Question>) => postMessage(answer(data))
