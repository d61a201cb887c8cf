/** Work on one stream goes one after the other within this process, so that concurrent commands do not decide in vain. */
export class StreamQueues {
  private readonly last = new Map<string, Promise<unknown>>();

  async inOrder<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(stream);
    const mine = before === undefined ? work() : before.then(work, work);
    this.last.set(stream, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(stream) === mine) this.last.delete(stream);
    }
  }
}
