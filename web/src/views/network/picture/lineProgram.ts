/** Draws links: bent or straight, in strokes that tell how surely they are said, with arrow heads and a sign on contradicted ones. */

import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

import { CAMERA_UNIFORMS, setCamera } from './camera';
import { FRAGMENT, VERTEX } from './lineShader';

/** What a line is drawn from, beside what every edge has. */
export interface LineLook extends EdgeDisplayData {
  /** Place in `STROKES`. */
  readonly stroke: number;
  readonly bend: number;
  readonly arrow: boolean;
  readonly mark: boolean;
}

const UNIFORMS = [...CAMERA_UNIFORMS, 'u_mark', 'u_paper'] as const;
const BODY = 0;
const HEAD = 1;
const MARK = 2;

/** Corners of all parts of one line: share of its length, side, part. */
function parts(segments: number): number[][] {
  const corners: number[][] = [];
  for (let segment = 0; segment < segments; segment += 1) {
    const from = segment / segments;
    const to = (segment + 1) / segments;
    corners.push([from, 1, BODY], [from, -1, BODY], [to, 1, BODY], [to, 1, BODY], [from, -1, BODY], [to, -1, BODY]);
  }
  corners.push([0, 1, HEAD], [0, -1, HEAD], [1, 0, HEAD]);
  corners.push([-1, -1, MARK], [1, -1, MARK], [-1, 1, MARK], [-1, 1, MARK], [1, -1, MARK], [1, 1, MARK]);
  return corners;
}

/** What all programs share: colours, as the theme has them, and whether a crowded picture moves. The same object is read at every draw. */
export interface Shared {
  moving: boolean;
  mark: readonly [number, number, number];
  paper: readonly [number, number, number];
}

export function lineProgram(segments: number, shared: Shared): EdgeProgramType {
  const corners = parts(segments);
  return class extends EdgeProgram<(typeof UNIFORMS)[number]> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_radii', size: 2, type: FLOAT },
          { name: 'a_look', size: 4, type: FLOAT },
          { name: 'a_mark', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 3, type: FLOAT }],
        CONSTANT_DATA: corners,
      };
    }

    override processVisibleItem(_index: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
      const look = data as LineLook;
      this.array.set(
        [
          source.x, source.y, target.x, target.y, source.size, target.size,
          look.size, look.bend, look.stroke, look.arrow ? 1 : 0, look.mark ? 1 : 0, floatColor(look.color),
        ],
        start,
      );
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof UNIFORMS)[number]>) {
      setCamera(gl, uniformLocations, params);
      gl.uniform3f(uniformLocations.u_mark, ...shared.mark);
      gl.uniform3f(uniformLocations.u_paper, ...shared.paper);
    }
  };
}
