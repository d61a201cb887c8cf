import { createServer } from 'node:http';

/** An instance of a service that answers whatever it is asked with what it was asked, or as `answer` says. */
export const startInstance = async (service, answer) => {
  const asked = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    asked.push(`${method} ${url}`);
    if (answer) return answer(request, response);
    let bytes = 0;
    request.on('data', (part) => (bytes += part.length));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ service, method, url, headers, bytes }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** At once, open connections too: as a process does that is killed. */
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
    start: () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
  };
};
