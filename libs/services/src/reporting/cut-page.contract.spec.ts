import { describe, expect, it } from '@jest/globals';
import { mongoReportingSubject } from '@masar/read-models/contract';
import { mongoForTests } from '@masar/testing';
import { cutStory, differing, documentsOf, foldCut } from './rehearsal/cut-page.js';

const mongo = await mongoForTests();
const whenThere = mongo.url === undefined ? describe.skip : describe;
const story = cutStory(5, 6);

const folded = async (most: number) => {
  const subject = mongoReportingSubject(mongo.url!);
  const store = await subject.open();
  const written = await foldCut(store, story, most);
  const documents = await documentsOf(store.readModels);
  await store.close();
  await subject.remove();
  return { written, documents };
};

whenThere('a page whose writing to a document server was cut', () => {
  it('anywhere, and folded again, leaves the documents of one that was not', async () => {
    const whole = await folded(Infinity);
    expect(whole.written).toBeGreaterThan(5);
    for (let most = 0; most < whole.written; most += 1) {
      const { documents } = await folded(most);
      expect({ most, differing: differing(documents, whole.documents) }).toEqual({ most, differing: [] });
    }
  }, 120_000);
});
