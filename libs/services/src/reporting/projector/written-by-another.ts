/** Another writer changed one of the documents meanwhile; what is in memory is behind. */
export class WrittenByAnother extends Error {
  constructor() {
    super('the documents of reporting were written by another');
    this.name = 'WrittenByAnother';
  }
}
