type Column = Int32Array | Float64Array;

/** The bytes of a column as they are stored: little-endian, no header. Shares memory with the column. */
export function bytesOf(column: Column): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

export function int32Of(bytes: Uint8Array): Int32Array {
  return new Int32Array(aligned(bytes, 4));
}

export function float64Of(bytes: Uint8Array): Float64Array {
  return new Float64Array(aligned(bytes, 8));
}

function aligned(bytes: Uint8Array, width: number): ArrayBuffer {
  if (bytes.byteLength % width !== 0) throw new Error(`a column of ${bytes.byteLength} bytes is cut`);
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  const owned = whole ? bytes : bytes.slice();
  return owned.buffer as ArrayBuffer;
}
