/** Whether a Docker daemon answers. Loaded only here: whoever runs no container loads no client for them. */
export const hasDocker = async () => {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
};
