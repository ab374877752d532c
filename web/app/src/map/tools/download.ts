/** Hands a file to the reader. */
export function download(content: Blob, name: string) {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000) // a slow disk may still be reading
}

/** A name that says what is in the file and which day it shows. */
export function fileName(title: string, asAt: string, ending: string): string {
  const plain = title.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'map'
  return `${[plain, asAt].filter(Boolean).join('-')}.${ending}`
}
