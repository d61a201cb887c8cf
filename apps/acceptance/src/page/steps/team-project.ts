import type { ApiClient } from '../../harness/api-client.js';
import { listOf, type Shown } from '../../harness/shown.js';
import type { PageUnderTest } from '../page-for-specs.js';
import { dayFrom } from './days.js';

const milestoneNames = {
  'm-1': ['تسليم المسارات', 'Tracks handed over'],
  'm-2': ['بدء التشغيل', 'First run'],
} as const;
export type MilestoneId = keyof typeof milestoneNames;

/** A project of the team of `transport` with two promised milestones, as its lead records it by the interface; the line of the portfolio draws the first. */
export class TeamProject {
  static #made = 0;

  private constructor(
    readonly id: string,
    readonly title: string,
    /** The day on which the server decides. */
    readonly today: string,
  ) {}

  static async make(under: PageUnderTest): Promise<TeamProject> {
    const lead = await under.client('lead');
    const title = `خط جديد ${(TeamProject.#made += 1)}`;
    const project = { title: { ar: title, en: title }, owner: 'transport', startedOn: '2026-01-04' };
    const { id } = await lead.accept('/api/projects', project);
    const { position } = await lead.json(`/api/projects/${String(id)}`);
    const address = `/api/timelines/projects/${String(id)}?atLeast=${String(position)}&waitMs=30000`;
    const made = new TeamProject(String(id), title, String((await lead.level(address))['on']));
    for (const [milestone, target] of Object.entries(made.targets)) {
      const [ar, en] = milestoneNames[milestone as MilestoneId];
      await lead.accept(`${made.api}/milestones`, {
        id: milestone,
        title: { ar, en },
        target,
        key: milestone === 'm-1',
      });
    }
    return made;
  }

  get api(): string {
    return `/api/projects/${this.id}`;
  }
  /** Its page. */
  get address(): string {
    return `/initiatives/projects/${this.id}`;
  }
  /** The portfolio with nothing but this project. */
  get inPortfolio(): string {
    return `/portfolio?q=${encodeURIComponent(this.title)}`;
  }
  get targets(): Readonly<Record<MilestoneId, string>> {
    return { 'm-1': dayFrom(this.today, 40), 'm-2': dayFrom(this.today, 80) };
  }

  nameOf(milestone: MilestoneId, language: 'ar' | 'en'): string {
    return milestoneNames[milestone][language === 'ar' ? 0 : 1];
  }
  /** Where the row of the board is found. */
  row(milestone: MilestoneId): string {
    return `[id="row-projects-${this.id}-milestones-${milestone}"]`;
  }

  /** The milestone as the timeline tells it now. */
  async milestone(api: ApiClient, milestone: MilestoneId): Promise<Shown> {
    const timeline = await api.json(`/api/timelines/projects/${this.id}`);
    return listOf(timeline['milestones']).find((one) => String(one['id']) === milestone)!;
  }
}
