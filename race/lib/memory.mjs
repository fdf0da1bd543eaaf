// What a page holds, as Chromium counts it.

/**
 * What is held once everything that nobody refers to is gone.
 * @returns {Promise<{ heap: number, wasm: number, nodes: number, listeners: number }>} bytes of JavaScript's heap and of
 *   WebAssembly's memory; nodes of documents, also those that are in none any more; listeners of events
 */
export async function held(cdp) {
  await cdp.send('Performance.enable');
  // Twice: what has finalisers is gone the second time.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    heap: value('JSHeapUsedSize'),
    wasm: await wasmMemory(cdp),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  };
}

/** How many bytes the WebAssembly memories of the page have: they grow, and never shrink. */
async function wasmMemory(cdp) {
  const objectGroup = 'memory';
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype', objectGroup });
  const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId: result.objectId, objectGroup });
  const sum = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
    returnByValue: true,
  });
  await cdp.send('Runtime.releaseObjectGroup', { objectGroup });
  return sum.result.value;
}
