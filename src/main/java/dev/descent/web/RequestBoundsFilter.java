package dev.descent.web;

import java.io.IOException;

import dev.descent.limits.Limits;
import dev.descent.limits.WorkingMemory;
import dev.descent.limits.WorkingMemory.Loan;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each request borrow working memory until it is answered, and bounds its body,
 * whatever its headers say.
 */
@Component
class RequestBoundsFilter extends OncePerRequestFilter {

	private static final String LOAN = Loan.class.getName();

	private final Limits limits;

	private final WorkingMemory memory;

	RequestBoundsFilter(Limits limits, WorkingMemory memory) {
		this.limits = limits;
		this.memory = memory;
	}

	/** What is answered later is answered for the same request. */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var loan = (request.getAttribute(LOAN) instanceof Loan known) ? known : memory.open();
		request.setAttribute(LOAN, loan);
		var bounded = new Bounded(request);
		try {
			loan.call(() -> {
				chain.doFilter(bounded, response);
				return bounded;
			});
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
		finally {
			bounded.end(response);
			if (request.isAsyncStarted()) {
				request.getAsyncContext().addListener(new Repayment(loan));
			}
			else {
				loan.close();
			}
		}
	}

	/** Has a body that is bounded. */
	private final class Bounded extends HttpServletRequestWrapper {

		private @Nullable BoundedBody body;

		Bounded(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			var begun = body;
			if (begun == null) {
				begun = new BoundedBody(super.getInputStream(), limits, System::nanoTime);
				body = begun;
			}
			return begun;
		}

		/** Leaves the container nothing to read of a body that was refused. */
		void end(HttpServletResponse response) throws IOException {
			boolean hasBody = getContentLengthLong() > 0 || getHeader("Transfer-Encoding") != null;
			if (hasBody && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && !isAsyncStarted()
					&& getInputStream() instanceof BoundedBody refused && !refused.drain()) {
				setAttribute(ProblemReportValve.UNREAD, true);
			}
		}

	}

	/** Ends the loan of a request that is answered later. */
	private record Repayment(Loan loan) implements AsyncListener {

		@Override
		public void onComplete(AsyncEvent event) {
			loan.close();
		}

		@Override
		public void onTimeout(AsyncEvent event) {
		}

		@Override
		public void onError(AsyncEvent event) {
		}

		@Override
		public void onStartAsync(AsyncEvent event) {
		}

	}

}
