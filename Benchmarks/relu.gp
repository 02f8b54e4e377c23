# Draws the relu figure with gnuplot.
#
#   gnuplot -e "format='png'; file='relu.png'" relu.gp
#
# format is png or svg. PNG images have 150 dots to the inch. Lengths are points until a terminal
# takes them.

width = 320.44
height = 183.36
left = 34.24
top = 7.2
bottom = top + 138.6

# pngcairo draws on pixels and sets text for 96 of them to the inch.
if (format eq "png") {
  scale = 150 / 72.0
  set terminal pngcairo size int(width * scale + 0.5), int(height * scale + 0.5) \
    font "DejaVu Sans,10" fontscale 150 / 96.0 linewidth scale
} else {
  set terminal svg size int(width + 0.5), int(height + 0.5) font "DejaVu Sans,10" \
    background "white"
}
set output file

set lmargin at screen left / width
set rmargin at screen (left + 279) / width
set tmargin at screen 1 - top / height
set bmargin at screen 1 - bottom / height

set samples 160
set xrange [-8.795:8.695]
set yrange [-0.395:8.295]
set xtics -8, 2, 8 out nomirror
set ytics 0, 2, 8 out nomirror
# Labels stand nearer to the axes than gnuplot would have them, on the page of the other programs.
set xtics scale 0.58 offset 0, 0.4
set ytics scale 0.58 offset 0.4, 0
set xlabel "x" offset 0, 0.7
set ylabel "relu(x)" offset 0.8, 0
set border 15 linewidth 0.8 linecolor rgb "#000000"
set grid back linetype 1 linewidth 0.8 linecolor rgb "#b0b0b0"
set format "%g"
set minussign
set encoding utf8
unset key

# The samples of the other programs: -8, -7.9, ..., 7.9.
plot sample [-8:7.9] "+" using 1:($1 > 0 ? $1 : 0) with lines linewidth 1.5 linecolor rgb "#1f77b4"
