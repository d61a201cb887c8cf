import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../access/permission.js';
import { Answers, Summary } from '../openapi/documented.js';

/** What somebody sees who opens the bare address. */
@Controller()
export class LandingController {
  @Get('/')
  @Public('says where to look, holds no data')
  @Summary('أين أنظر', 'Where to look')
  @Answers(undefined, { media: 'text/plain' })
  @Header('content-type', 'text/plain; charset=utf-8')
  landing(): string {
    return 'مسار: واجهة البرمجة في ‎/api/docs\nMasar: the programming interface is described at /api/docs\n';
  }
}
