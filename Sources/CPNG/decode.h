#pragma once

#include <arpa/inet.h>
// For Swift, of which the module of the C library leaves it out.
#include <malloc.h>
#include <png.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Decoding is done in C, because libpng reports an error with longjmp, which must not cross a Swift
// frame.

/// What a PNG is decoded into.
typedef struct {
  /// Red, green, blue and alpha of every pixel from the top left, the colours not multiplied by
  /// alpha; `depth` bits each, little-endian. Null if it could not be decoded; else to be freed.
  uint8_t *pixels;
  uint32_t width;
  uint32_t height;
  /// 8, or 16 if the file has that.
  uint32_t depth;
  /// Whether the file says anything of transparency.
  bool has_alpha;
  /// Whether width, height and depth are known, and make more bytes than was allowed.
  bool too_large;
  char message[128];
} actplot_png_decoded;

typedef struct {
  const uint8_t *bytes;
  size_t count;
  actplot_png_decoded *result;
} actplot_png_input;

static inline void actplot_png_read(png_structp png, png_bytep bytes, size_t count) {
  actplot_png_input *input = (actplot_png_input *)png_get_io_ptr(png);
  if (count > input->count) png_error(png, "it ends too early");
  memcpy(bytes, input->bytes, count);
  input->bytes += count;
  input->count -= count;
}

static inline void actplot_png_refuse(png_structp png, png_const_charp message) {
  actplot_png_input *input = (actplot_png_input *)png_get_error_ptr(png);
  snprintf(input->result->message, sizeof input->result->message, "%s", message);
  png_longjmp(png, 1);
}

/// Takes a warning: of the data of pixels only that there is more of it than pixels is harmless.
static inline void actplot_png_warn_of(png_structp png, png_const_charp message) {
  if (strstr(message, "incorrect data check")) png_error(png, message);
}

/// Asks for red, green, blue and alpha, whatever the file has.
static inline void actplot_png_want_rgba(png_structp png) {
  png_set_expand(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xffff, PNG_FILLER_AFTER);
  png_set_swap(png);
}

/// Reads a row of 8-bit red, green and blue, and adds alpha, which libpng does in more passes. A byte
/// behind the row is read.
static inline void actplot_png_read_opaque_row(png_structp png, uint8_t *row, uint32_t width) {
  // It is read into the last three quarters, so that no pixel is overwritten before it was moved.
  const uint8_t *packed = row + width;
  png_read_row(png, row + width, NULL);
  for (size_t x = 0; x < width; x++) {
    uint32_t pixel;
    memcpy(&pixel, packed + 3 * x, 4);
    pixel = htonl(ntohl(pixel) | 0xff);
    memcpy(row + 4 * x, &pixel, 4);
  }
}

/// Makes red, green, blue and alpha of a row of indices into the palette, in place. A file whose pixels
/// have no colour shows another picture in every program.
static inline void actplot_png_look_up_row(
  png_structp png, png_infop info, uint8_t *row, uint32_t width
) {
  png_colorp colors = NULL;
  png_bytep alphas = NULL;
  int color_count = 0, alpha_count = 0;
  png_get_PLTE(png, info, &colors, &color_count);
  png_get_tRNS(png, info, &alphas, &alpha_count, NULL);
  // From the end, so that no index is overwritten before it was read.
  for (size_t x = width; x-- > 0;) {
    int index = row[x];
    if (index >= color_count) png_error(png, "a pixel has a colour that its palette lacks");
    uint8_t *pixel = row + 4 * x;
    pixel[0] = colors[index].red;
    pixel[1] = colors[index].green;
    pixel[2] = colors[index].blue;
    pixel[3] = index < alpha_count ? alphas[index] : 0xff;
  }
}

/// Decodes a PNG whose pixels take at most `most` bytes. False leaves the reason in result->message. Gamma and
/// colour profiles are not applied.
static inline bool actplot_png_decode(
  const uint8_t *bytes, size_t count, uint64_t most, actplot_png_decoded *result
) {
  memset(result, 0, sizeof *result);
  actplot_png_input input = {bytes, count, result};
  png_structp png =
    png_create_read_struct(PNG_LIBPNG_VER_STRING, &input, actplot_png_refuse, actplot_png_warn_of);
  if (!png) {
    snprintf(result->message, sizeof result->message, "out of memory");
    return false;
  }
  png_infop info = png_create_info_struct(png);
  if (!info || setjmp(png_jmpbuf(png))) {
    free(result->pixels);
    result->pixels = NULL;
    png_destroy_read_struct(&png, &info, NULL);
    return false;
  }
  png_set_read_fn(png, &input, actplot_png_read);
  // What does not matter to the pixels is passed over: libpng would reserve as much as a chunk says
  // that it has, be it 2 GB, and unpack it.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  // The limit on the bytes is the one that counts.
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
  png_read_info(png, info);
  result->width = png_get_image_width(png, info);
  result->height = png_get_image_height(png, info);
  result->depth = png_get_bit_depth(png, info) == 16 ? 16 : 8;
  if ((uint64_t)result->width * result->height > most / (result->depth / 2)) {
    result->too_large = true;
    png_error(png, "too many pixels");
  }
  result->has_alpha = (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 ||
    png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  int passes = png_set_interlace_handling(png);
  // What figures are; the rest is left to libpng.
  bool is_plain = png_get_color_type(png, info) == PNG_COLOR_TYPE_RGB && result->depth == 8 &&
    !result->has_alpha && passes == 1;
  bool has_palette = png_get_color_type(png, info) == PNG_COLOR_TYPE_PALETTE;
  if (has_palette) {
    png_set_packing(png);
  } else if (!is_plain) {
    actplot_png_want_rgba(png);
  }
  png_read_update_info(png, info);
  size_t stride = (size_t)result->width * result->depth / 2;
  size_t wanted = is_plain ? stride / 4 * 3 : has_palette ? result->width : stride;
  if (png_get_rowbytes(png, info) != wanted) {
    png_error(png, "its rows are odd");
  }
  result->pixels = (uint8_t *)malloc(stride * result->height + 1);
  if (!result->pixels) png_error(png, "out of memory");
  for (int pass = 0; pass < passes; pass++) {
    for (uint32_t y = 0; y < result->height; y++) {
      uint8_t *row = result->pixels + y * stride;
      if (is_plain) {
        actplot_png_read_opaque_row(png, row, result->width);
      } else {
        png_read_row(png, row, NULL);
      }
    }
  }
  png_read_end(png, NULL);
  if (has_palette) {
    for (uint32_t y = 0; y < result->height; y++) {
      actplot_png_look_up_row(png, info, result->pixels + y * stride, result->width);
    }
  }
  png_destroy_read_struct(&png, &info, NULL);
  return true;
}
