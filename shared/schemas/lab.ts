import { z } from 'zod';
import { caseFiguresSchema, detectionLeadSchema, missFiguresSchema } from './lab-autopsy.ts';
import {
  bandMovesSchema,
  calibrationFiguresSchema,
  curveFiguresSchema,
  driftFiguresSchema,
  stabilityFiguresSchema,
  survivalFiguresSchema,
} from './lab-figures.ts';

/** All figures of the lab for one back-test but those that need resampling. */
export const labSchema = z.strictObject({
  lead: detectionLeadSchema,
  misses: missFiguresSchema,
  cases: caseFiguresSchema,
  survival: survivalFiguresSchema,
  calibration: calibrationFiguresSchema,
  drift: driftFiguresSchema,
  curves: curveFiguresSchema,
  moves: bandMovesSchema,
  stability: stabilityFiguresSchema,
});

export type LabFigures = z.infer<typeof labSchema>;
