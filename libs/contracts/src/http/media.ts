/** The media type of a workbook: xlsx. */
export const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
