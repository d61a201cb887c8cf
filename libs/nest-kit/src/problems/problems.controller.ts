import { Controller, Get, Param } from '@nestjs/common';
import { refusalCodes, refuse, type RefusalCode } from '@masar/contracts';
import { Public } from '../access/permission.js';
import { Answers, Refuses, Summary } from '../openapi/documented.js';
import { refusals } from './refusals.js';

const problemSchema = {
  type: 'object',
  required: ['code', 'status', 'ar', 'en'],
  properties: { code: { type: 'string' }, status: { type: 'integer' }, ar: { type: 'string' }, en: { type: 'string' } },
} as const;

const entryOf = (code: RefusalCode) => ({
  code,
  status: refusals[code].status,
  ar: refusals[code].ar,
  en: refusals[code].en,
});

/** What the `type` of a problem points at: every code, its status and its words. */
@Controller('api/problems')
export class ProblemsController {
  @Get()
  @Public('the list of reasons is documentation')
  @Summary('رموز الرفض كلها', 'Every reason to refuse')
  @Answers({ type: 'object', required: ['items'], properties: { items: { type: 'array', items: problemSchema } } })
  list() {
    return { items: refusalCodes.map(entryOf) };
  }

  @Get(':area/:reason')
  @Public('the list of reasons is documentation')
  @Summary('رمز رفض واحد', 'One reason to refuse')
  @Answers(problemSchema)
  @Refuses('read/not-found')
  one(@Param('area') area: string, @Param('reason') reason: string) {
    const code = refusalCodes.find((known) => known === `${area}/${reason}`);
    return code ? entryOf(code) : refuse('read/not-found');
  }
}
