/** Part of every worker, but not of the library of pages: a file is read there where waiting holds nobody up. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer
  readAsText(blob: Blob): string
}
