import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InstantText, refuse } from '@masar/contracts';
import { WordsField } from '@masar/contracts/bodies';
import {
  Answers,
  Can,
  Refuses,
  SETTINGS,
  StreamBody,
  Summary,
  TakesStream,
  type MasarRequest,
  type SentStream,
  type Settings,
} from '@masar/nest-kit';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { PageQuery, pageOfArray, pageSchema } from '../platform/page.js';
import { EvidenceDesk } from './evidence-desk.js';
import { attachment, safeName } from './file-names.js';
import { endingOf, fileTypes } from './file-kinds.js';
import type { FileStore, Upload } from './file-store.js';
import { takeFile } from './take-file.js';
import { FILES } from './tokens.js';

const kept = {
  id: Type.String({ description: 'the SHA-256: what `file` of an item of evidence names' }),
  sha256: Type.String(),
  size: Type.Integer(),
  type: Type.String({ description: 'by its own bytes' }),
};
const fileSchema = Type.Object({ ...kept, name: Type.String() });
const listedSchema = Type.Object({ ...kept, name: Type.String(), uploadedAt: InstantText });
const mostListed = 2_000;

const viewOf = ({ sha256, size, type, name }: Omit<Upload, 'user' | 'at'>) => ({
  id: sha256,
  sha256,
  size,
  type,
  name,
});

/** What a file is called, when it is not a part of a form that says so. */
export class UploadQuery {
  @WordsField({ optional: true, longest: 1_000 }) filename?: string;
}

@Controller('api/files')
export class FilesController {
  constructor(
    @Inject(FILES) private readonly files: FileStore,
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The file as the body, or as the field `file` of a form. What is not named as evidence within a day goes. */
  @Post()
  @Can('file.upload')
  @TakesStream()
  @Summary('رفع ملف دليلًا', 'Upload a file, to be named as evidence')
  @Answers(fileSchema, { status: 201 })
  @Refuses('file/empty', 'file/type-not-allowed', 'file/unsafe', 'file/too-many')
  async upload(
    @StreamBody() sent: SentStream | undefined,
    @Query() { filename }: UploadQuery,
    @Req() request: MasarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { fileLimit: limit } = this.settings;
    if (!sent) return refuse(request.body === undefined ? 'file/empty' : 'body/unsupported-media');
    const name = filename ?? sent.filename;
    try {
      const taken = await takeFile(
        this.files,
        { ...sent, ...(name === undefined ? {} : { name }) },
        request.actor!,
        limit,
      );
      void reply.header('location', `/api/files/${taken.sha256}`);
      return viewOf(taken);
    } catch (fault) {
      // What is left of the file is not read: the next request would begin in the middle of it.
      void reply.header('connection', 'close');
      throw fault;
    }
  }

  @Get()
  @Can('file.upload')
  @Summary('ملفاتي المرفوعة', 'Files the reader has uploaded, the latest first')
  @Answers(pageSchema(listedSchema))
  @Refuses('page/cursor-invalid')
  async list(@Query() query: PageQuery, @Req() { actor }: MasarRequest) {
    const uploads = await this.files.uploadsOf(actor!.user, mostListed);
    const items = uploads.map((upload) => ({ ...viewOf(upload), uploadedAt: upload.at }));
    return pageOfArray('files', items, query);
  }

  /** Saved by whoever reads it, never shown in place: whatever it holds, it runs nowhere. */
  @Get(':id')
  @Can('file.read')
  @Summary('ملف دليل واحد', 'One evidence file, for whoever sees what it was named in')
  @Answers(undefined, { media: [...fileTypes, 'application/octet-stream'] })
  @Refuses('file/unknown')
  async one(@Param('id') id: string, @Req() { actor }: MasarRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = (await this.desk.seenBy(actor!, id)) ?? refuse('file/unknown', { file: id });
    const bytes = await this.files.read(file.sha256);
    void reply
      .header('content-type', file.type)
      .header('content-length', file.size)
      .header('content-disposition', attachment(safeName(file.name, endingOf(file.type))))
      .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
      .header('cache-control', 'private, no-store')
      .header('etag', `"${file.sha256}"`)
      .send(bytes);
  }
}
