// The request of every page.

/** Loads a customer. Throws an error with a message for the user. */
export async function fetchCustomer(id, signal) {
  const response = await fetch(`/api/customers/${encodeURIComponent(id)}/detail`, { signal });
  if (!response.ok) throw new Error(response.status === 404 ? '未找到该客户' : '服务暂时不可用');
  return response.json();
}
