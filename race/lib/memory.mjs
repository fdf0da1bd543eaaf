// Memory and main thread time of a page, from Chromium.

/**
 * Measures memory after garbage collection.
 * @returns {Promise<{ heap: number, wasm: number, nodes: number, listeners: number }>} bytes of JavaScript heap and
 *   WebAssembly memory; DOM nodes, including detached ones; event listeners
 */
export async function measureMemory(cdp) {
  // Twice, because of finalizers.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap, Nodes: nodes, JSEventListeners: listeners } = await metrics(cdp);
  return { heap, wasm: await wasmMemory(cdp), nodes, listeners };
}

/** Returns the main thread's CPU time in seconds, independent of other processes. */
export async function mainThreadSeconds(cdp) {
  return (await metrics(cdp)).TaskDuration;
}

async function metrics(cdp) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Returns the size of WebAssembly memories in bytes. They never shrink. */
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
