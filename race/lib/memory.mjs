// What a page holds and how much it works, as Chromium counts it.

/**
 * What is held once everything that nobody refers to is gone.
 * @returns {Promise<{ heap: number, wasm: number, nodes: number, listeners: number }>} bytes of JavaScript's heap and of
 *   WebAssembly's memory; nodes of documents, also those that are in none any more; listeners of events
 */
export async function held(cdp) {
  // Twice: what has finalisers is gone the second time.
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap, Nodes: nodes, JSEventListeners: listeners } = await metrics(cdp);
  return { heap, wasm: await wasmMemory(cdp), nodes, listeners };
}

/** How many seconds the page's main thread has worked until now; what other programs of the machine do is not in it. */
export async function worked(cdp) {
  return (await metrics(cdp)).TaskDuration;
}

async function metrics(cdp) {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
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
