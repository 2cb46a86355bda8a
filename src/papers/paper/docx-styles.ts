import { type IStylesOptions, LineRuleType } from 'docx'

/** Printed measures are twentieths of a point. */
export const POINT = 20
export const CENTIMETRE = 567

/** Letters of tables, in half points. */
export const SIZES = { table: 18, small: 14 } as const

const INK = '0B0C0C'
const QUIET = '484949'

/** The council's paper in Word's own styles, so that its contents, navigation and screen readers know what is what. Arial 11. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, color: INK, language: { value: 'en-GB', eastAsia: 'en-GB' } },
      paragraph: { spacing: { after: 7 * POINT, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: 'Arial', size: 44, bold: true, color: INK },
      paragraph: { spacing: { before: 0, after: 4 * POINT }, keepNext: true },
    },
    heading1: {
      run: { font: 'Arial', size: 30, bold: true, color: INK },
      paragraph: { spacing: { before: 18 * POINT, after: 6 * POINT }, keepNext: true, keepLines: true },
    },
    heading2: {
      run: { font: 'Arial', size: 25, bold: true, color: INK },
      paragraph: { spacing: { before: 14 * POINT, after: 4 * POINT }, keepNext: true, keepLines: true },
    },
    heading3: {
      run: { font: 'Arial', size: 22, bold: true, color: INK },
      paragraph: { spacing: { before: 10 * POINT, after: 4 * POINT }, keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 26, color: QUIET },
      paragraph: { spacing: { after: 12 * POINT } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 21, bold: true, color: INK },
      paragraph: { spacing: { before: 14 * POINT, after: 4 * POINT }, keepNext: true, keepLines: true },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: SIZES.table },
      paragraph: { spacing: { before: 2 * POINT, after: 2 * POINT, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableTextSmall',
      name: 'Table Text Small',
      basedOn: 'TableText',
      run: { size: SIZES.small },
      paragraph: { spacing: { before: POINT, after: POINT, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18, color: QUIET },
      paragraph: { spacing: { before: 4 * POINT, after: 4 * POINT } },
    },
    {
      id: 'Numbered',
      name: 'Numbered Paragraph',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: 1.6 * CENTIMETRE, hanging: 1.6 * CENTIMETRE } },
    },
    {
      id: 'Fact',
      name: 'Fact',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: 7.2 * CENTIMETRE, hanging: 7.2 * CENTIMETRE }, spacing: { after: 5 * POINT } },
    },
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      next: 'Note',
      paragraph: { spacing: { after: 4 * POINT, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    {
      id: 'Watermark',
      name: 'Watermark Words',
      basedOn: 'Normal',
      run: { size: 18, bold: true, color: '942514' },
      paragraph: { spacing: { after: 0 } },
    },
    {
      id: 'Foot',
      name: 'Foot Words',
      basedOn: 'Normal',
      run: { size: 17, color: QUIET },
      paragraph: { spacing: { after: 0 } },
    },
  ],
}
