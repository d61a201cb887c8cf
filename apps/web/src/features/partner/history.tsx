import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useNames } from '../../app/names.js';
import { useFormats, useWords } from '../../app/reader.js';
import { Icon } from '../../ui/icon.js';
import { EvidenceList } from '../evidence/evidence-list.js';
import type { Listed } from './asked.js';

/** Every step with its day, its person, its reason and its evidence: the same as the ribbon, as a table. */
export const History = ({ of }: { readonly of: Listed }) => {
  const { commitments, evidence } = useWords();
  const { day, hijri } = useFormats();
  const { person } = useNames();
  return (
    <Disclosure className="commitment-history">
      <Heading level={4}>
        <AriaButton slot="trigger" className="commitment-history-trigger">
          <Icon name="down" />
          {commitments.history}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className="commitment-history-table" role="region" aria-label={commitments.history} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{commitments.step}</th>
                <th scope="col">{commitments.date}</th>
                <th scope="col">{commitments.who}</th>
                <th scope="col">{`${commitments.why} · ${evidence.label}`}</th>
              </tr>
            </thead>
            <tbody>
              {of.steps.map(({ step, on, by, reason, evidence: items, because }) => (
                <tr key={because}>
                  <th scope="row">{commitments.status[step]}</th>
                  <td>
                    {day(on)} <small className="quiet">{hijri(on)}</small>
                  </td>
                  <td>
                    <bdi>{person(by)}</bdi>
                  </td>
                  <td>
                    {reason !== undefined && <bdi>{reason}</bdi>}
                    {items !== undefined && <EvidenceList items={items} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
};
